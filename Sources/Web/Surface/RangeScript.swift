/// Says beside a slider what it stands at while somebody slides it; the page that follows says it too.
enum RangeScript {
    static let text = #"""
        "use strict";
        (() => {
          for (const range of document.querySelectorAll("input[type=range]")) {
            const beside = document.getElementById(range.id + "-value");
            if (!beside) continue;
            const say = () => { beside.textContent = range.value; };
            range.addEventListener("input", say);
            say();
          }
        })();

        """#
}
