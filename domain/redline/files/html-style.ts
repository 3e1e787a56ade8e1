/** The look of a redline page: serif text in a measure, the list of changes beside it where there is room, paper in print. */
export const REDLINE_CSS = `
:root{color-scheme:light dark;--paper:#fdfcfa;--raised:#fff;--ink:#1d1b18;--muted:#67625b;--line:#e0dbd3;--in:#0b5d3b;--in-soft:#e3f2e9;--out:#a01f2d;--out-soft:#fae7e7;--move:#5b3fa0;--move-soft:#eeeaf8;--form:#7a4d00;--form-soft:#f8efdc;--link:#1a4f8b}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--raised:#1f1d1a;--ink:#e9e5de;--muted:#a29b90;--line:#38342e;--in:#7fd3a5;--in-soft:#15301f;--out:#f39aa0;--out-soft:#3a1a1d;--move:#bba8f0;--move-soft:#2a2340;--form:#e5bd6d;--form-soft:#332814;--link:#8fbcf0}}
*{box-sizing:border-box}
html{scroll-padding-top:4rem}
body{margin:0 auto;padding:1.5rem clamp(1rem,4vw,3rem) 4rem;max-width:82rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 "Source Serif 4","Noto Serif Thai","TH Sarabun New",Georgia,"Times New Roman",serif;overflow-wrap:break-word}
header,nav,.tag,.note,.sign{font-family:"IBM Plex Sans","IBM Plex Sans Thai",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans Thai",sans-serif}
h1{margin:0;font-size:1.5rem;line-height:1.3}
.names{margin:.15rem 0 1rem;color:var(--muted);overflow-wrap:anywhere}
.names span{color:var(--ink)}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.75rem 1.5rem;margin:0;padding:.9rem 0;border-block:1px solid var(--line)}
dl div:first-child{grid-column:1/-1}
dt{font-size:.8125rem;color:var(--muted)}
dd{margin:0;font-variant-numeric:tabular-nums lining-nums}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.9rem 0 1.5rem;font-size:.875rem}
.legend .moved{padding-left:.5rem;border-left:3px double var(--move);color:var(--move)}
@media (min-width:72rem){body{display:grid;grid-template-columns:minmax(0,46rem) minmax(18rem,1fr);gap:0 3rem}header{grid-column:1/-1}nav{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto}}
section,.table{margin:0 0 .7rem;padding-left:.9rem;border-left:3px solid transparent}
section[data-changed]{border-left-color:var(--line)}
section[data-status=inserted]{border-left-color:var(--in)}
section[data-status=deleted]{border-left-color:var(--out)}
section[data-status=moved],section[data-status=moved-away]{border-left:3px double var(--move)}
.line{display:grid;grid-template-columns:auto minmax(0,1fr);column-gap:.6rem}
.sign{font-size:.875rem;line-height:1.94;color:var(--muted);font-variant-numeric:tabular-nums}
.line:has(>.sign:empty){column-gap:0}
section p,section h2,section h3,section h4,section h5{margin:0}
h2,h3,h4,h5{line-height:1.35;text-wrap:balance}
main h2{font-size:1.4rem}main h3{font-size:1.2rem}main h4{font-size:1.08rem}main h5{font-size:1rem}
section[data-kind=title],section[data-kind=heading],section[data-kind=annex]{margin-top:1.5rem}
section[data-level="2"]{margin-left:1.6rem}section[data-level="3"]{margin-left:3.2rem}section[data-level="4"]{margin-left:4.8rem}section[data-level="5"],section[data-level="6"]{margin-left:6.4rem}
section .tag,.tag{margin:0;font-size:.8125rem;font-weight:600;color:var(--move)}
section[data-status=inserted] .tag{color:var(--in)}section[data-status=deleted] .tag{color:var(--out)}
.tag a{color:inherit}
section .note,.note{margin:.1rem 0 0;font-size:.8125rem;color:var(--form)}
ins,del{padding-block:.05em;border-radius:.12em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
ins{color:var(--in);background:var(--in-soft);text-decoration:underline;text-decoration-thickness:.08em;text-underline-offset:.16em}
del{color:var(--out);background:var(--out-soft);text-decoration:line-through;text-decoration-thickness:.08em}
.form{background:var(--form-soft);text-decoration:underline dotted;text-decoration-color:var(--form);text-underline-offset:.16em}
ins a,del a{color:inherit}a{color:var(--link)}
.fn{font-size:.85em;color:var(--muted)}.fn::before{content:" ["}.fn::after{content:"] "}
.table{overflow-x:auto}
table{border-collapse:collapse;min-width:min(100%,24rem)}
td,th{padding:.35rem .6rem;border:1px solid var(--line);text-align:left;vertical-align:top;font-size:.97rem}
td[data-status=inserted],th[data-status=inserted],tr[data-status=inserted]>*{border-color:var(--in)}
td[data-status=deleted],th[data-status=deleted],tr[data-status=deleted]>*{border-color:var(--out);border-style:dashed}
tr[data-status=moved]>*{border-style:double;border-color:var(--move)}
.remarks td{padding:.3rem 0 .1rem;border:0}
nav{font-size:.875rem;line-height:1.45}
nav h2{margin:1.5rem 0 .5rem;font-size:1rem}
@media (min-width:72rem){nav h2{margin-top:0}}
nav ol{margin:0;padding:0 0 0 2.6em}
nav li{border-top:1px solid var(--line)}
nav li::marker{color:var(--muted);font-variant-numeric:tabular-nums}
nav a{display:block;padding:.35rem 0;color:inherit;text-decoration:none}
nav a:hover b,nav a:focus-visible b{text-decoration:underline}
nav b{font-weight:600}nav i{font-style:normal;color:var(--muted)}
nav span{display:block;font-family:"Source Serif 4","Noto Serif Thai",Georgia,serif}
:target{outline:2px solid var(--link);outline-offset:2px}
span:target:empty{outline:0}
section:has(>span:target){outline:2px solid var(--link);outline-offset:4px}
@media print{@page{margin:20mm 18mm}:root{--paper:#fff;--raised:#fff;--ink:#000;--muted:#555;--line:#ccc;--in:#0b5d3b;--in-soft:#fff;--out:#a01f2d;--out-soft:#fff;--move:#5b3fa0;--form:#7a4d00;--form-soft:#fff;--link:#000}body{display:block;max-width:none;padding:0;font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}nav{position:static;max-height:none;overflow:visible;break-before:page}h2,h3,h4,h5,.tag{break-after:avoid}tr{break-inside:avoid}nav a::after{content:none}}
`;
