/// Keys for staff: `/` to search, two keys to go somewhere, `?` for the list. Everything it does a link does too.
///
/// It reads `data-keys` from the page: on links, the keys that follow them; on the body, `off` where the person switched
/// them off. Silent while somebody types, and with Ctrl, Alt or Meta held (WCAG 2.1.4).
enum KeyboardScript {
    static let text = #"""
        "use strict";
        (() => {
          if (document.body.dataset.keys === "off") return;
          const typing = (at) => at.isContentEditable || at.closest("input, textarea, select");
          const visible = (link) => link.getClientRects().length > 0;
          let first = "", since = 0;
          document.addEventListener("keydown", (event) => {
            if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || typing(event.target)) return;
            if (event.key.length !== 1) return;
            if (event.key === "?") {
              const list = document.getElementById("keys");
              if (!list) return;
              list.open = !list.open;
              list.querySelector("summary").focus();
              event.preventDefault();
              return;
            }
            const pressed = first && event.timeStamp - since < 1500 ? first + " " + event.key : event.key;
            const target = [...document.querySelectorAll("[data-keys]")]
              .find((link) => link.dataset.keys === pressed && visible(link));
            first = target || pressed.includes(" ") ? "" : event.key;
            since = event.timeStamp;
            if (!target) return;
            event.preventDefault();
            if (target.matches("input")) { target.focus(); target.select(); } else target.click();
          });
        })();

        """#
}
