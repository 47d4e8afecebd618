/** The page of the programme, and its API. */
package org.luodi.programme.web;
