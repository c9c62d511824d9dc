"""Claims as files for other programs: GeoJSON, GeoPackage, KML, CSV, GeoParquet."""

__all__: list[str] = []
