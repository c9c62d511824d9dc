// Stands before all else and is written for any browser: where the map cannot be drawn, it says so
// and shows the table that Python wrote for readers without scripts. Nothing of that table is text
// from outside that was not made inert, and a parsed document runs no script.
(function () {
  var told = false;

  function fallback() {
    var parsed = new DOMParser().parseFromString(document.getElementById("fm-static").textContent, "text/html");
    while (parsed.body.firstChild) document.body.appendChild(document.adoptNode(parsed.body.firstChild));
    document.body.className += " fm-bare";
  }

  function rescue(problem) {
    var box = document.getElementById("fm-rescue"), map = window.frontmap;
    if (told || !box) return;
    told = true;
    var part = (problem && problem.part) || (map.ready ? "later" : "script");
    for (var i = 0; i < box.children.length; i += 1) {
      box.children[i].hidden = box.children[i].getAttribute("data-part") !== part;
    }
    box.hidden = false;
    // What browsers say of damaged bytes would only mislead ("failed to fetch").
    if (problem && part !== "data") box.appendChild(document.createElement("code")).textContent = String(problem);
    if (part !== "later") fallback();
  }

  window.frontmap = { rescue: rescue };
  window.addEventListener("error", function (event) {
    // Browsers say so when a box changed its size twice in a frame: no harm is done.
    if (window.frontmap.ready && !/^ResizeObserver/.test(event.message)) rescue(event.error || event.message);
  });
  window.addEventListener("unhandledrejection", function (event) {
    if (window.frontmap.ready) rescue(event.reason);
  });
  document.addEventListener("DOMContentLoaded", function () {
    if (!window.frontmap.map) rescue(null);
  });
})();
