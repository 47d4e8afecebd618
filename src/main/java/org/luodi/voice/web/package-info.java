/** Pages of the public without an account, of the desk where reports are answered, and their API. */
package org.luodi.voice.web;
