"""What is left of shapes that are cut or that cross themselves."""

import pytest
import shapely

from geo import relations
from geo.errors import GeometryError
from geo.footprint import Footprint
from geo.solid import solid, sound


def test_where_a_cone_only_touches_an_area_nothing_of_it_is_left():
    square = shapely.box(0, 0, 1, 1)
    touched = square.intersection(shapely.Polygon([(1, 0), (2, 0), (2, 2), (0.5, 1), (0, 1)]))
    both = shapely.GeometryCollection([touched, shapely.LineString([(1, 0), (1, 1)])])
    assert solid(both).geom_type == "Polygon"
    assert solid(both).equals(touched)
    assert solid(shapely.Polygon()).is_empty


def test_a_collapsed_part_does_not_keep_the_others_from_being_repaired():
    bow_tie = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    collapsed = shapely.Polygon([(5, 5), (5, 6), (5, 5), (5, 5)])
    made = sound(shapely.MultiPolygon([bow_tie, collapsed, shapely.box(8, 8, 9, 9)]))
    assert made.is_valid
    assert made.area == pytest.approx(3)


def test_beside_an_area_of_two_far_parts_is_where_the_land_lies():
    west, east = shapely.box(101.3, 3.1, 101.5, 3.3), shapely.box(102.9, 3.1, 103.1, 3.3)
    parts = shapely.MultiPolygon([west, east])
    anchor = Footprint(
        geometry=parts, lon=102.2, lat=3.2, uncertainty_m=100_000, method="gazetteer", note=""
    )
    with pytest.raises(GeometryError, match="north"):
        relations.offset(anchor, name="Jeram", directions=("north",))
    assert relations.offset(anchor, name="Jeram", directions=("west",)).lon < 101.5
