/** Pages and API of the day. */
package org.luodi.days.web;
