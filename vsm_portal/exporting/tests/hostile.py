"""Texts that have broken exports elsewhere."""

FORMULAS = [sign + rest for sign in "=+-@＝＋－＠\t\r\n\0" for rest in ("1+1", "cmd|' /C calc'!A0")]
TEXTS = [
    *FORMULAS,
    '=HYPERLINK("http://127.0.0.1:9/","x")',
    " =1+1",
    "\ufeff=1+1",
    "'=1+1",
    "'s Hertogenbosch",
    "http://127.0.0.1:9/ mailto:a@b.c",
    '<img src="http://127.0.0.1:9/a"><script>alert(1)</script>&amp;',
    '#import "/etc/passwd" #read("../pdf.py") #eval("1")',
    "*bold* _it_ $x^2$ `raw` @ref <label> = Heading // comment \\",
    "NUL\0 bell\x07 escape\x1b _x0041_ \ufffe",
    "half \ud800 character",
    "two\nlines, \"quoted\"; 'single'\ttabbed",
    "שלום مرحبا \u202eoverridden",
    "日本語 😀 👨‍👩‍👧 ﷽",
    "x" * 40_000,
    "wörds " * 7_000,
    "😀" * 20_000,
]
