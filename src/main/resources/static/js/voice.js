/* The form of a report: a sum in the background, photos made small, one's position, a draft that survives a lost connection. */
(() => {
  "use strict";
  const [DRAFT, PHOTOS] = ["luodi-report", "luodi-report-photos"];
  /* All but the contact, for devices are lent. */
  const KEPT = ["once", "altcha", "text", "q", "unit", "category", "deed", "itself", "circle", "latitude", "longitude"];
  const byId = (id) => document.getElementById(id);
  const read = (key) => JSON.parse(localStorage.getItem(key) ?? "null");
  const write = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      localStorage.removeItem(key); /* Full: the form itself still holds it. */
    }
  };
  document.addEventListener("click", (event) => event.target.closest("[data-print]") && window.print());
  if (document.querySelector("[data-received]")) {
    [DRAFT, PHOTOS].forEach((key) => localStorage.removeItem(key));
  }
  const form = byId("report");
  if (!form) {
    return;
  }
  const fields = form.elements;
  const tell = (what) => ["offline", "unread", "nowhere"].forEach((id) => (byId(id).hidden = id !== what));
  const look = () => fields.q.dispatchEvent(new Event("look"));

  const save = () => {
    const typed = new FormData(form);
    const values = KEPT.filter((name) => typed.get(name)).map((name) => [name, typed.get(name)]);
    write(DRAFT, { at: Date.now(), challenge: form.dataset.challenge, values });
  };
  const restore = (draft) => {
    form.dataset.challenge = draft.challenge;
    for (const [name, value] of draft.values) {
      if (name === "unit") {
        byId("places").append(Object.assign(document.createElement("input"), { type: "radio", name, value, checked: true, hidden: true }));
      } else {
        Object.assign(fields[name], fields[name].type === "checkbox" ? { checked: true } : { value });
      }
    }
    document.addEventListener("DOMContentLoaded", look);
  };

  /* The sum is done while one types. */
  const work = () => {
    if (work.begun || fields.altcha.value || !window.crypto?.subtle) {
      return;
    }
    work.begun = true;
    const sum = JSON.parse(form.dataset.challenge);
    const worker = new Worker(form.dataset.worker);
    worker.onmessage = ({ data }) => {
      fields.altcha.value = data ? btoa(JSON.stringify({ ...sum, number: data.number })) : "";
      work.done = true;
      save();
      work.sender && form.requestSubmit(work.sender);
    };
    worker.postMessage({ type: "work", payload: sum, max: sum.maxnumber });
  };

  /* Photos are upright and small before they leave the device; kept with the draft, so that no answer loses them. */
  const small = async (file) => {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width * scale, height: picture.height * scale });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/jpeg", 0.8);
  };
  const bytes = (url) => Uint8Array.from(atob(url.split(",")[1]), (letter) => letter.charCodeAt(0));
  const show = (photos) => {
    write(PHOTOS, photos);
    const sent = new DataTransfer();
    photos.forEach((url, i) => sent.items.add(new File([bytes(url)], `${i + 1}.jpg`, { type: "image/jpeg" })));
    byId("photos").files = sent.files;
    const { photo, remove } = byId("shown").dataset;
    byId("shown").replaceChildren(...photos.map((url, i) => {
      const row = document.createElement("li");
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: `${remove} ${i + 1}` });
      button.onclick = () => show(photos.filter((other) => other !== url));
      row.append(Object.assign(new Image(120), { src: url, alt: `${photo} ${i + 1}` }), " ", button);
      return row;
    }));
    byId("pick").onchange = async ({ target }) => {
      const made = await Promise.all([...target.files].map((file) => small(file).catch(() => null)));
      const all = [...photos, ...made.filter(Boolean)];
      tell(made.includes(null) || all.length > 5 ? "unread" : "");
      target.value = "";
      show(all.slice(0, 5));
    };
  };

  byId("here").addEventListener("click", () => navigator.geolocation.getCurrentPosition(({ coords }) => {
    fields.latitude.value = coords.latitude.toFixed(5);
    fields.longitude.value = coords.longitude.toFixed(5);
    tell("");
    look();
  }, () => tell("nowhere")));

  const draft = read(DRAFT);
  const recent = draft && Date.now() - draft.at < 43_200_000;
  if ("fresh" in form.dataset && recent) {
    restore(draft);
  }
  show((recent && read(PHOTOS)) || []);
  form.addEventListener("input", () => [save, work].forEach((step) => step()));
  form.addEventListener("submit", (event) => {
    if (!navigator.onLine) {
      event.preventDefault();
      tell("offline");
    } else if (work.begun && !work.done && !event.submitter?.matches("[formaction$=places]")) {
      event.preventDefault(); /* Sent without its sum it would have to wait for somebody to look at it. */
      work.sender = event.submitter;
    }
  });
  if (fields.text.value) {
    work();
  }
})();
