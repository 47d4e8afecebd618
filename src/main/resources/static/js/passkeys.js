/* Passkeys: gives the page's buttons to the frame's own script, /login/webauthn.js. */
(() => {
  "use strict";

  if (!window.PublicKeyCredential) {
    return;
  }
  const headers = { "X-XSRF-TOKEN": document.querySelector("input[name=_csrf]").value };
  const enter = document.querySelector("[data-passkey-enter]");
  const add = document.querySelector("[data-passkey-add]");
  const failed = document.querySelector("[data-passkey-failed]");
  if (enter) {
    enter.hidden = false;
    window.setupLogin(headers, "", enter);
  }
  if (add) {
    add.hidden = false;
    /* Says it in the words of the page, not in the script's. */
    const error = { style: {}, set textContent(text) { failed.hidden = false; } };
    window.setupRegistration(headers, "", {
      getRegisterButton: () => add.querySelector("button"),
      getLabelInput: () => add.querySelector("[name=label]"),
      getDeleteForms: () => [],
      getSuccess: () => null,
      getError: () => error,
    });
  }
})();
