#!/usr/bin/env python3
"""Makes fonts/naskah-tanda.ttf: boxes and ticks, which the typeface of decrees has not. Needs the fontTools package."""

import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

EM = 1000
ADVANCE = 820
LEFT, RIGHT, FOOT, TOP, STROKE = 60, 760, -30, 670, 55


def box(pen):
    """The frame: an outline, and within it one drawn the other way round."""
    outer = [(LEFT, FOOT), (LEFT, TOP), (RIGHT, TOP), (RIGHT, FOOT)]
    inner = [(LEFT + STROKE, FOOT + STROKE), (RIGHT - STROKE, FOOT + STROKE), (RIGHT - STROKE, TOP - STROKE),
             (LEFT + STROKE, TOP - STROKE)]
    for outline in (outer, inner):
        shape(pen, outline)


def shape(pen, points):
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def tick(pen):
    shape(pen, [(170, 330), (235, 400), (345, 260), (600, 590), (670, 535), (350, 120)])


def cross(pen):
    shape(pen, [(180, 150), (350, 320), (180, 490), (240, 550), (410, 380), (580, 550), (640, 490), (470, 320),
                (640, 150), (580, 90), (410, 260), (240, 90)])


def glyph(*parts):
    pen = TTGlyphPen(None)
    for part in parts:
        part(pen)
    return pen.glyph()


GLYPHS = {
    ".notdef": (None, glyph(box)),
    "space": (0x20, glyph()),
    "ballotbox": (0x2610, glyph(box)),
    "ballotboxwithcheck": (0x2611, glyph(box, tick)),
    "ballotboxwithx": (0x2612, glyph(box, cross)),
    "checkmark": (0x2713, glyph(tick)),
}

builder = FontBuilder(EM, isTTF=True)
builder.setupGlyphOrder(list(GLYPHS))
builder.setupCharacterMap({code: name for name, (code, _) in GLYPHS.items() if code})
builder.setupGlyf({name: drawn for name, (_, drawn) in GLYPHS.items()})
builder.setupHorizontalMetrics({name: (280 if name == "space" else ADVANCE, LEFT) for name in GLYPHS})
builder.setupHorizontalHeader(ascent=800, descent=-200)
builder.setupNameTable({"familyName": "Naskah Tanda", "styleName": "Regular", "psName": "NaskahTanda-Regular",
                        "licenseDescription": "MIT OR Apache-2.0"})
builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200, sCapHeight=670, sxHeight=450)
builder.setupPost()
builder.font["head"].created = builder.font["head"].modified = 0
builder.font.recalcTimestamp = False
builder.save(sys.argv[1] if len(sys.argv) > 1 else "fonts/naskah-tanda.ttf")
