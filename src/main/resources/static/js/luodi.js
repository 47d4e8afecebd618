/* What pages gain where script runs. Everything works without it. */
(() => {
  "use strict";

  const charts = new Map();
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  /* Charts: a figure carries its data; the table inside it says the same in words. */
  const library = () => {
    library.loading ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = document.querySelector('meta[name="chart-library"]').content;
      script.onload = () => done(window.echarts);
      script.onerror = failed;
      document.head.append(script);
    });
    return library.loading;
  };

  const phone = window.matchMedia("(max-width: 44rem)");
  const paper = window.matchMedia("print");
  /* On paper all lines are black: they differ by their strokes. */
  const strokes = ["solid", "dashed", "dotted"];

  const palette = () => [token("--link"), token("--good"), token("--bad"), token("--warn"), token("--line-strong")];

  const axis = (data, flat) => {
    const names = {
      type: "category",
      data: data.labels,
      inverse: flat,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: token("--line") } },
      axisLabel: { color: token("--ink-soft"), width: flat ? 110 : undefined, overflow: flat ? "truncate" : undefined },
    };
    const values = {
      type: "value",
      minInterval: 1,
      splitLine: { lineStyle: { color: token("--line") } },
      axisLabel: { color: token("--ink-soft") },
    };
    return flat ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values };
  };

  const option = (data) => {
    const flat = data.type === "bars";
    return {
      animation: false,
      color: palette(),
      textStyle: { fontFamily: token("--font") },
      grid: { left: 8, right: 24, top: data.series.length > 1 ? 36 : 12, bottom: 4, containLabel: true },
      legend: { show: data.series.length > 1, top: 0, left: 0, textStyle: { color: token("--ink") } },
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: flat ? "shadow" : "line" } },
      ...axis(data, flat),
      series: data.series.map((series, index) => ({
        name: series.name,
        data: series.data,
        type: data.type === "line" ? "line" : "bar",
        stack: data.stacked ? "all" : undefined,
        barMaxWidth: 24,
        showSymbol: false,
        lineStyle: { width: 2, type: paper.matches ? strokes[index % strokes.length] : "solid" },
        itemStyle: flat && paper.matches ? { color: token("--line") } : {},
      })),
    };
  };

  const draw = async (figure) => {
    const data = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const canvas = figure.querySelector(".chart-canvas");
    if (!data.labels.length || !canvas) {
      return;
    }
    canvas.hidden = false;
    if (data.type === "bars") {
      canvas.style.height = `${Math.max(6, data.labels.length * (phone.matches ? 1.35 : 2) + 2)}rem`;
    }
    const chart = (await library()).init(canvas, null, { renderer: "svg" });
    chart.setOption(option(data));
    if (data.links) {
      chart.on("click", (hit) => data.links[hit.dataIndex] && window.location.assign(data.links[hit.dataIndex]));
    }
    charts.set(canvas, { chart, data });
  };

  const drawAll = (root) => {
    for (const figure of root.querySelectorAll("figure[data-chart]:not([data-drawn])")) {
      figure.dataset.drawn = "";
      draw(figure).catch(() => figure.querySelector(".chart-canvas")?.setAttribute("hidden", ""));
    }
  };

  const redraw = (change) => {
    for (const [canvas, entry] of charts) {
      if (canvas.isConnected) {
        change(entry);
      } else {
        entry.chart.dispose();
        charts.delete(canvas);
      }
    }
  };

  window.addEventListener("resize", () => redraw(({ chart }) => chart.resize()));
  for (const looks of [window.matchMedia("(prefers-color-scheme: dark)"), paper]) {
    looks.addEventListener("change", () => redraw(({ chart, data }) => chart.setOption(option(data))));
  }
  window.addEventListener("beforeprint", () => redraw(({ chart }) => chart.resize()));

  /* Nothing is sent twice, and nothing that was typed is lost by a slip. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const question = form.dataset.confirm || event.submitter?.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    if (form.method === "post" && !event.defaultPrevented && !form.hasAttribute("hx-post")) {
      form.dataset.sent = "";
      setTimeout(() => form.querySelectorAll("button").forEach((button) => (button.disabled = true)), 0);
    }
  });

  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      document.querySelectorAll("form[data-sent] button").forEach((button) => (button.disabled = false));
    }
  });

  document.addEventListener("input", (event) => event.target.form?.setAttribute("data-typed", ""));
  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector("form[data-keep][data-typed]:not([data-sent])")) {
      event.preventDefault();
    }
  });

  /* A filter applies as soon as it is chosen; the button remains for those without script. */
  document.addEventListener("change", (event) => {
    if (event.target.matches("form[data-apply] select, form[data-apply] input[type=checkbox]")) {
      event.target.form.requestSubmit();
    }
  });

  /* How much of a limited text is left. */
  const left = (area) => {
    const output = document.getElementById(`${area.id}-left`);
    if (output) {
      output.textContent = `${[...area.value].length} / ${area.dataset.limit}`;
    }
  };
  document.addEventListener("input", (event) => event.target.matches?.("[data-limit]") && left(event.target));

  /* Copying what is shown once. */
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (button) {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      button.textContent = button.dataset.copied;
    }
  });

  const start = (root) => {
    drawAll(root);
    root.querySelectorAll("[data-limit]").forEach(left);
    root.querySelectorAll("[data-script]").forEach((element) => (element.hidden = false));
  };

  document.addEventListener("DOMContentLoaded", () => {
    start(document);
    document.querySelector("[data-focus]")?.focus();
  });
  document.addEventListener("htmx:load", (event) => start(event.detail.elt));

  /* A refused form (422, 409) is shown where it stands, as any answer is. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    if ([404, 409, 422, 429].includes(event.detail.xhr.status)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
})();
