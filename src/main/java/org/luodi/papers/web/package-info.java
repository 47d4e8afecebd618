/** Papers to look at and to take away. */
package org.luodi.papers.web;
