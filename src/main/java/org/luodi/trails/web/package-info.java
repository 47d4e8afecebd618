/** The trail as a page and as JSON. */
package org.luodi.trails.web;
