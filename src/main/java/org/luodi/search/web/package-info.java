/** The page and the API that find units. */
package org.luodi.search.web;
