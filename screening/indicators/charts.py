"""Charts drawn for reading: numbers in, SVG out; intervals drawn, units on the axes.

Drawn on the server by Vega, without inline style, so that they stand in the page, on paper and
under a strict policy; the page's own style colors them for light and dark.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache

import vl_convert
from markupsafe import Markup

# Safe for the color-blind, and told apart by shape as well.
SERIES_COLORS = ("#0b6170", "#c2571a", "#5d4a9c", "#7a7a7a")
SERIES_SHAPES = ("circle", "square", "diamond", "triangle-up")
KEPT = 200
WIDTH, HEIGHT = 640, 240
ROW_HEIGHT = 26


@dataclass(frozen=True)
class Point:
    """One figure: where it stands, its value and limits in the unit of the axis."""

    label: str
    series: str
    value: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Axes:
    """The titles of the axes, units included; `description` is read out instead of the picture."""

    across: str
    up: str
    description: str


def interval_chart(points: Sequence[Point], axes: Axes) -> Markup:
    """Draw figures over an ordered axis, such as years, each with its interval."""
    return _draw(json.dumps(_over_periods(points, axes), ensure_ascii=False), axes.description)


def comparison_chart(points: Sequence[Point], axes: Axes) -> Markup:
    """Draw figures side by side in rows, such as sites, each with its interval."""
    return _draw(json.dumps(_in_rows(points, axes), ensure_ascii=False), axes.description)


@lru_cache(maxsize=KEPT)
def _draw(specification: str, description: str) -> Markup:
    svg = vl_convert.vegalite_to_svg(specification)
    opening = f'<svg role="img" aria-label="{Markup.escape(description)}" '
    return Markup(svg.replace("<svg ", opening, 1))  # noqa: S704 - drawn here from numbers


def _over_periods(points: Sequence[Point], axes: Axes) -> dict[str, object]:
    across = {"field": "label", "type": "nominal", "sort": None, "title": axes.across}
    shared = {
        "x": {**across, "axis": {"labelAngle": 0}},
        "xOffset": {"field": "series", "sort": None},
        "color": _series(points),
    }
    value = {"type": "quantitative", "title": axes.up, "scale": {"zero": True}}
    return _chart(
        points,
        {"width": WIDTH, "height": HEIGHT},
        [
            _mark("rule", shared | {"y": {"field": "lower", **value}, "y2": {"field": "upper"}}),
            _mark("point", shared | {"y": {"field": "value", **value}, "shape": _shapes(points)}),
        ],
    )


def _in_rows(points: Sequence[Point], axes: Axes) -> dict[str, object]:
    shared = {
        "y": {"field": "label", "type": "nominal", "sort": None, "title": axes.across},
        "color": _series(points),
    }
    value = {"type": "quantitative", "title": axes.up, "scale": {"zero": True}}
    rows = len({point.label for point in points})
    return _chart(
        points,
        {"width": WIDTH, "height": max(2, rows) * ROW_HEIGHT},
        [
            _mark("rule", shared | {"x": {"field": "lower", **value}, "x2": {"field": "upper"}}),
            _mark("point", shared | {"x": {"field": "value", **value}, "shape": _shapes(points)}),
        ],
    )


def _names(points: Sequence[Point]) -> list[str]:
    return list(dict.fromkeys(point.series for point in points))


def _series(points: Sequence[Point]) -> dict[str, object]:
    names = _names(points)
    legend = {"title": None, "orient": "top"} if len(names) > 1 else None
    scale = {"domain": names, "range": list(SERIES_COLORS[: len(names)])}
    return {"field": "series", "type": "nominal", "scale": scale, "legend": legend}


def _shapes(points: Sequence[Point]) -> dict[str, object]:
    names = _names(points)
    scale = {"domain": names, "range": list(SERIES_SHAPES[: len(names)])}
    legend = {"title": None, "orient": "top"} if len(names) > 1 else None
    return {"field": "series", "type": "nominal", "scale": scale, "legend": legend}


def _mark(kind: str, encoding: dict[str, object]) -> dict[str, object]:
    marks = {
        "rule": {"type": "rule", "strokeWidth": 2},
        "point": {"type": "point", "filled": True, "size": 75, "opacity": 1},
    }
    return {"mark": marks[kind], "encoding": encoding}


def _chart(
    points: Sequence[Point], size: dict[str, int], layer: list[dict[str, object]]
) -> dict[str, object]:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        **size,
        "background": None,
        "data": {"values": [asdict(point) for point in points]},
        "layer": layer,
        "config": {
            "font": "sans-serif",
            "axis": {"grid": True, "gridOpacity": 0.5, "labelFontSize": 12, "titleFontSize": 12},
            "legend": {"labelFontSize": 12},
            "view": {"stroke": None},
        },
    }
