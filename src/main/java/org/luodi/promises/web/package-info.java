/** Pages of open doors, feeds, the desk of those who publish, and the API. */
package org.luodi.promises.web;
