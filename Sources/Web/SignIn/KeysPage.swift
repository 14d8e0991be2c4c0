import HTTPTypes
import Hummingbird

extension Site {
    /// Where the keyboard shortcuts are switched off and on (WCAG 2.1.4), for this browser.
    func addKeys(to router: Router<SiteContext>) {
        let site = self
        router.page(.keys, self) { visit in visit.keysPage() }
        router.post(RouterPath(SiteURL.Route.keys.rawValue)) { request, context in
            guard let visit = site.visit(request, context) else { return site.askToSignIn(request) }
            let fields = try await request.form()
            try site.seal.check(fields, session: visit.sealed)
            let isOn = fields["keys"] == "on"
            var response = Response.afterForm(to: SiteURL.keys.saying(isOn ? .keysOn : .keysOff))
            ShortcutCookie.set(isOn, with: site.cookie, on: &response)
            return response
        }
    }
}

/// Whether a browser has the keyboard shortcuts: on until its reader switches them off.
enum ShortcutCookie {
    private static let name = "keys"

    static func isOn(in request: Request) -> Bool { request.cookies[name]?.value != "off" }

    static func set(_ isOn: Bool, with cookie: SessionCookie, on response: inout Response) {
        cookie.remember(name, isOn ? nil : "off", on: &response)
    }
}

extension Visit {
    fileprivate func keysPage() -> Page {
        Page("Keyboard shortcuts") {
            p { context.shortcuts ? "They are on in this browser." : "They are off in this browser." }
            p { "Switch them off if they get in the way of speech recognition or of a screen reader’s own keys." }
            PostForm(to: SiteURL.keys.address, seal: seal()) {
                Buttons {
                    SubmitButton(
                        context.shortcuts ? "Switch them off" : "Switch them on",
                        choice: ("keys", context.shortcuts ? "off" : "on"))
                }
            }
        }
    }
}
