/** Pages and API of ledger sheets. */
package org.luodi.sheets.web;
