// Where everything comes from, and what the map can and cannot say.
const SOURCES_A_PAGE = 50;

function sourcesTab() {
  const reports = el("ol", { className: "fm-sources" }), pages = el("div", {});
  const show = (page) => {
    reports.replaceChildren(...data.reports.slice(page * SOURCES_A_PAGE, (page + 1) * SOURCES_A_PAGE).map((report, n) => el("li", {}, sourceOf(report, page * SOURCES_A_PAGE + n + 1))));
    pages.replaceChildren(pager(page, SOURCES_A_PAGE, data.reports.length, show));
  };
  show(0);
  return [
    el("p", { className: "fm-note" }, t("sources_note")), reports, pages,
    el("h3", {}, t("credits")), el("ul", { className: "fm-credits" }, data.credits.map((credit) => el("li", {}, bdi(credit.text)))),
  ];
}

function sourceOf(report, at) {
  return [
    webLink(report.url, bdi(report.title || report.id)),
    el("span", { className: "fm-item-sub" }, report.outlet ? [bdi(report.outlet), " · "] : "", report.published || t("no_date"), " · ", report.replaces ? `${report.replaces} · ` : "", t("claims", { n: report.claims }), " · ", bdi(report.id)),
    report.sha256 ? el("code", { className: "fm-hash" }, `sha256 ${report.sha256}`) : "",
    report.claims ? el("button", { type: "button", className: "fm-link fm-small", on: { click: () => readReport(at) } }, t("read_report")) : "",
  ];
}

function methodTab() {
  const says = data.labels.method, versions = [`frontmap ${data.made.frontmap}`, data.made.theatre, data.made.as_of].filter(Boolean);
  return [
    ...Object.keys(says).map((key) => el("section", { className: "fm-method" }, el("h3", {}, t(`method.${key}.title`)), el("p", {}, t(`method.${key}.text`)))),
    el("section", { className: "fm-method" }, el("h3", {}, t("versions")), el("p", {}, bdi(versions.join(" · ")))),
    el("ul", { className: "fm-credits" }, data.credits.map((credit) => el("li", {}, bdi(credit.text)))),
  ];
}
