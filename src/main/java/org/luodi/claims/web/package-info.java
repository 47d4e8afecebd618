/** Pages, forms and API of claims. */
package org.luodi.claims.web;
