"""How the page looks: from a phone of 360 px to paper, light and dark."""

from __future__ import annotations

from endorsecheck._pictures.style import DARK, LIGHT, STYLE
from endorsecheck.codes import Verdict

__all__: list[str] = []

_FORM = """\
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:24px 16px 48px;max-width:1000px;line-height:1.5;\
font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;\
font-size:16px;overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.2;margin:0}
h2{font-size:1.2rem;margin:36px 0 10px}
h3{font-size:1.1rem;margin:0 0 4px}
h3 a{font-size:.8rem;font-weight:400;margin-left:6px}
p,ul,ol{margin:0 0 8px}
header p{margin:6px 0 20px}
.anchor{position:absolute;top:0}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:10px}
.tile{display:block;padding:12px 14px;border:1px solid;border-radius:10px;text-decoration:none}
.tile strong{display:flex;align-items:center;gap:8px;font-size:1.7rem;line-height:1.2}
.tile strong .ec-inline{width:20px;height:20px}
.tile span{display:block;font-weight:600}
.tile small{display:block;font-size:.8rem;line-height:1.35;margin-top:2px}
.hint,.everyone{grid-column:1/-1;justify-self:start;font-size:.9rem}
.everyone{display:none}
.tile:focus-visible,a:focus-visible{outline:3px solid;outline-offset:2px}
.people{list-style:none;padding:0}
.person{display:flex;gap:20px;align-items:flex-start;padding:16px;margin:0 0 12px;\
border:1px solid;border-radius:10px}
.words{flex:1 1 0;min-width:0}
.picture{flex:0 0 440px}
.picture .ec-picture,.overview .ec-picture{display:block;width:100%;height:auto}
.picture .ec-card,.overview .narrow .ec-card,.overview .wide .ec-card{stroke-opacity:0}
.overview{border:1px solid;border-radius:10px;padding:12px;margin-top:16px}
.overview h2{margin:0 0 4px}
.overview .narrow{display:none}
.block+.block{margin-top:14px;padding-top:12px;border-top:1px solid}
.verdict{margin:0}
.verdict .ec-inline{margin-right:4px}
.ec-inline{flex:none;vertical-align:-3px}
.skills{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 6px;margin:6px 0}
.skills small{white-space:nowrap}
.skills li{border:1px solid;border-radius:6px;padding:0 7px;font-size:.9rem}
.why{margin:0 0 4px}
.settle,.also,.seen,.waived,.muted,.key,.patterns{font-size:.9rem}
.remedies{list-style:disc;padding-left:18px;font-size:.9rem}
.key{display:flex;flex-wrap:wrap;gap:4px 16px}
.sample{white-space:nowrap}
footer{margin-top:32px;padding-top:12px;border-top:1px solid;font-size:.85rem}
"""

_PHONE = """\
@media (max-width:820px){
.person{display:block}
.picture{max-width:440px;margin-top:8px}
.overview .wide{display:none}
.overview .narrow{display:block;max-width:520px}
}
@media (max-width:640px){
body{padding:16px 10px 32px}
h1{font-size:1.4rem}
.tiles{grid-template-columns:repeat(2,1fr);gap:8px}
.tile{padding:9px 10px}
.person{padding:12px 10px}
.picture{margin:4px -8px 0}
.overview{padding:10px 2px}
.overview h2{margin:0 10px}
}
"""

_PRINT = """\
@media print{
html{background:none;font-size:11px}
body{max-width:none;padding:0;font-size:1rem}
.person{display:flex}
.picture{flex:0 0 37%;margin:0}
.person,.tile,.overview,.patterns{break-inside:avoid}
.hint,.everyone{display:none!important}
.overview .narrow{display:none}
.overview .wide{display:block}
h3 a::after{content:" (" attr(href) ")"}
}
"""


def _filters() -> str:
    """A tile that was followed leaves only the people with its verdict."""
    return "".join(
        f"#{value}:target~.people>:not(.{value}){{display:none}}\n"
        f"#{value}:target~.tiles>.{value}{{box-shadow:inset 0 0 0 2px}}\n"
        f"#{value}:target~.tiles>.hint{{display:none}}\n"
        f"#{value}:target~.tiles>.everyone{{display:inline}}\n"
        for value in (verdict.value for verdict in Verdict)
    )


def _colours(palette: dict[str, str]) -> str:
    return """\
html{{background:{ground};color:{ink}}}
.person,.tile,.overview{{background:{card};border-color:{frame};color:{ink}}}
.skills li,.block+.block,footer{{border-color:{frame}}}
.tile small,.hint,.key,.settle,.also,.seen,.waived,.muted,.skills small,footer,header p,.nothing\
{{color:{muted}}}
a{{color:{can}}}
""".format_map(palette)


PAGE_STYLE = (
    f"{_FORM}{_filters()}{STYLE}{_colours(LIGHT | {'ground': '#f4f6f8'})}"
    "@media screen and (prefers-color-scheme:dark){\n"
    f"{_colours(DARK | {'ground': '#0d1117'})}}}\n{_PHONE}{_PRINT}"
)
"""The one style sheet of the page, that of its pictures included."""
