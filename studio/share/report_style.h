// How the HTML report looks and what its buttons do. Private to studio/share.
#pragma once

namespace gladi {

// The colours of ui/theme's light palette.
inline constexpr const char* kReportStyle =
    "*{box-sizing:border-box}"
    "body{margin:0;overflow-wrap:anywhere;background:#faf6ec;color:#1a1f3d;font:17px/1.5 "
    "Inter,system-ui,sans-serif}"
    "header,footer{padding:16px 24px;background:#fff;border-bottom:1px solid #e4dcc8}"
    "footer{border:0;background:none;color:#5c6178;font-size:15px}"
    "h1{margin:0;font-size:24px}h2{margin:0 0 8px;font-size:19px}header p{margin:2px 0 0;color:#5c6178}"
    "main{display:grid;grid-template-columns:minmax(0,1fr);gap:20px;max-width:1180px;margin:0 "
    "auto;padding:20px 16px}"
    "section{background:#fff;border:1px solid #e4dcc8;border-radius:16px;padding:18px 22px;margin:0 0 16px;"
    "overflow-wrap:anywhere}"
    ".good{border-left:8px solid #1f8f5f}.next{border-left:8px solid #e99a00}"
    ".head{font-size:20px;font-weight:600;margin:0 0 6px}p{margin:0 0 8px}ul{margin:0;padding-left:20px}"
    ".comments{list-style:none;padding:0}.comments li{margin:0 0 10px}"
    ".screen{position:relative}.drawing{position:absolute;inset:0;width:100%;height:100%;"
    "pointer-events:none;visibility:hidden}.drawing.on{visibility:visible}"
    "svg polyline{fill:none;stroke-linecap:round;stroke-linejoin:round}"
    ".sketch{display:block;height:150px;margin:6px 0;background:#3a3f55;border-radius:8px}"
    "audio{margin:6px 0;max-width:100%}"
    "video{width:100%;max-height:80vh;background:#1a1f3d;border-radius:14px;display:block}"
    ".at{font:600 15px "
    "Inter,system-ui,sans-serif;background:#ece8fb;color:#2c3378;border:0;border-radius:14px;"
    "padding:4px 10px;white-space:nowrap}button.at{cursor:pointer}"
    "table{width:100%;border-collapse:collapse}th{text-align:left;font-weight:500;width:34%;padding:5px 8px "
    "5px 0}"
    "td{padding:5px 0;white-space:nowrap;text-align:right}"
    ".bars{position:relative;height:34px;min-width:90px;width:100%;padding:0}"
    ".bars i,.bars b{position:absolute;left:0;border-radius:4px}"
    ".bars i{top:8px;height:18px;background:#e4dcc8}.bars b{top:12px;height:10px;background:#2c3378}"
    ".bars b.longer{background:#e99a00}.bars+td{padding-left:10px}"
    ".sound{display:block;width:100%;height:110px;margin:4px 0 8px}"
    ".progress{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:14px 22px;margin:0 "
    "0 10px}figure{margin:0;display:flex;flex-direction:column;justify-content:space-between}"
    "figcaption{font-size:15px}figcaption b{white-space:nowrap}.progress svg{display:block;width:100%}"
    ".note{color:#5c6178;font-size:15px}dt{font-weight:600}dd{margin:0 0 8px}"
    "@media(min-width:860px){main{grid-template-columns:minmax(280px,380px) minmax(0,1fr)}"
    ".film{position:sticky;top:16px;align-self:start}main>div:only-child{grid-column:1/-1}}"
    "@media(max-width:520px){tr{display:grid;grid-template-columns:minmax(0,1fr) auto}th{grid-column:1/-1;"
    "width:auto;padding:6px 0 0}}"
    "@media print{.film,button.at{display:none}body{background:#fff}section{break-inside:avoid}}";

// A moment plays from three seconds before it, so that its beginning is heard; a drawing is seen for three
// seconds from its moment on.
inline constexpr const char* kReportScript =
    "const film=document.querySelector('video');"
    "for(const button of document.querySelectorAll('button.at'))button.addEventListener('click',()=>{"
    "film.currentTime=Math.max(0,Number(button.dataset.at)-3);film.play();"
    "film.scrollIntoView({block:'nearest',behavior:'smooth'})});"
    "const drawings=document.querySelectorAll('.drawing');"
    "const show=()=>{for(const one of drawings){const since=film.currentTime-Number(one.dataset.at);"
    "one.classList.toggle('on',since>-0.05&&since<3)}};"
    "if(film&&drawings.length>0)for(const when of ['timeupdate','seeked','pause','loadedmetadata'])"
    "film.addEventListener(when,show);";

}  // namespace gladi
