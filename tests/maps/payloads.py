"""Strings that try to become code in Python, HTML, JavaScript or CSS, each with a mark it sets.

``MARK`` stands for a JavaScript expression that counts a hit; a Python payload would create
``FILE``. ``plain`` words of a news report stand beside them, so that broken pages show too.
"""

from __future__ import annotations

MARK = "(window.__hit=(window.__hit||0)+1)"

JAVASCRIPT = (
    f"<script>{MARK}</script>",
    f"</script><script>{MARK}</script>",
    f"</title><script>{MARK}</script>",
    f"</style><script>{MARK}</script>",
    f"--><script>{MARK}</script><!--",
    f"<!--<script>{MARK}//",
    f'"><img src=x onerror="{MARK}">',
    f"'><svg onload={MARK}>",
    f"<img src=x onerror={MARK}>",
    f"<details open ontoggle={MARK}>",
    f"<iframe srcdoc='<script>parent.{MARK}</script>'>",
    f"${{{MARK}}}",
    f"`+{MARK}+`",
    f"`;{MARK};`",
    f"\\`;{MARK};//",
    f"\\u003cimg src=x onerror={MARK}\\u003e",
    f"\\x3cimg src=x onerror={MARK}\\x3e",
    f"';{MARK};'",
    f'";{MARK};"',
    f"\u2028;{MARK};\u2029",
    f"javascript:{MARK}",
    f"JaVaScRiPt:{MARK}",
    f"data:text/html,<script>{MARK}</script>",
    f'https://example.org/" onmouseover="{MARK}',
    f"#fff;background:url(javascript:{MARK})",
    f"&lt;img src=x onerror={MARK}&gt;",
    f"&#60;img src=x onerror={MARK}&#62;",
    f"<base href=//evil.example><form action=javascript:{MARK}>",
    f"<meta http-equiv=refresh content='0;url=javascript:{MARK}'>",
    f"<template><script>{MARK}</script></template>",
    f"<a href=javascript:{MARK}>Suran</a>",
    f"__proto__ constructor {MARK}",
)

BREAKING = (
    "C:\\2019\\reports\\x",
    "\\",
    "`",
    "${",
    "}",
    "{{",
    "{%",
    "{#",
    "{% raw %}",
    "{% endraw %}",
    "{{ 7*7 }}",
    "{% include 'x' %}",
    "</script>",
    "<!--",
    "]]>",
    "\x00NUL",
    "a\x01b\x08c\x1bd\x7fe",
    "lone \ud800 surrogate \udfff",
    "\u202eright to left\u202c",
    "\u2066isolate\u2069",
    "\u200f\u061cحماة قرب صوران",
    "\ufeffmark\ufffe\uffff",
    "line\u2028and\u2029paragraph",
    "tab\tand\r\nlines\n",
    "e\u0301\u0301\u0301\u0301 zalgo",
    "👩‍🚀🏳️‍🌈 \U000e0041",
    "NaN",
    "null",
    "undefined",
    "__proto__",
    "constructor",
    "toString",
    "",
    " ",
    "é" * 5_000,
    "%s %d %(x)s {0} {x}",
    "&amp;&#39;&quot;",
)


def python(path: str) -> tuple[str, ...]:
    """Return templates that create the folder ``path`` where an engine reads them."""
    call = f"import os; os.makedirs({path!r}, exist_ok=True)"
    make = f"__import__('os').makedirs({path!r},exist_ok=True)"
    return (
        f"{{{{ cycler.__init__.__globals__.os.makedirs({path!r}, exist_ok=True) }}}}",
        f"{{{{ self.__init__.__globals__.__builtins__.exec({call!r}) }}}}",
        f"{{% set x = cycler.__init__.__globals__.os.makedirs({path!r}, exist_ok=True) %}}",
        f"{{% if cycler.__init__.__globals__.os.makedirs({path!r}, exist_ok=True) %}}{{% endif %}}",
        f"{{{make}}}",
        f"${{{make}}}",
    )
