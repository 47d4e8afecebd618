/** Open311 GeoReport v2 over HTTP, in XML and JSON. */
package org.luodi.open311.web;
