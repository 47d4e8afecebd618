/** Pages, forms and API of matters. */
package org.luodi.matters.web;
