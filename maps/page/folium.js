// Folium's own layers call two functions of libraries that this page does without. These stand-ins
// are part of a page only where a user added layers to the map.
window.$ = (what) => {
  if (typeof what === "string") {
    const holder = document.createElement("template");
    holder.innerHTML = what.trim();
    return [holder.content.firstElementChild];
  }
  return { 0: what, ready: (run) => run() };
};
L.AwesomeMarkers = {
  icon: (options) => {
    const pin = document.createElement("span");
    pin.className = "fm-pin";
    pin.style.background = options.markerColor || "#38aadd";
    return L.divIcon({ className: "", html: pin, iconSize: [18, 18], iconAnchor: [9, 9] });
  },
};
L.Icon.Default.imagePath = "";
L.Icon.Default.mergeOptions({ iconUrl: "MARKER_ICON", iconRetinaUrl: "MARKER_ICON", shadowUrl: "MARKER_SHADOW" });
