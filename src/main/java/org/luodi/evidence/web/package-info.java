/** Pages, downloads and API of evidence. */
package org.luodi.evidence.web;
