/** Pages and API of evaluations. */
package org.luodi.evaluations.web;
