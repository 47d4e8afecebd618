/** Pages and API of packages on their way. */
package org.luodi.relays.web;
