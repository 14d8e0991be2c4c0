/// The list of keys, opened with `?` or by hand; it stands on every staff page whether or not scripts run.
struct KeyboardHelp: Component {
    let layout: Layout

    private var links: [(keys: String, text: String)] {
        layout.navigation.compactMap { link in link.keys.map { ($0, link.text) } }
    }

    var body: some HTML {
        details(.id("keys"), .class("keys")) {
            summary { "Keyboard" }
            dl {
                if layout.search != nil { Key(keys: "/", text: "Go to the search box") }
                for link in links { Key(keys: link.keys, text: link.text) }
                Key(keys: "n", text: "The next one, where a page has one")
                Key(keys: "?", text: "Open this list")
            }
            p {
                "Keys do nothing while you type. "
                if let settings = layout.shortcutSettings {
                    a(.href(settings)) { layout.shortcuts ? "Switch them off" : "Switch them on" }
                }
            }
        }
    }

    private struct Key: Component {
        let keys: String
        let text: String

        var body: some HTML {
            div {
                dt { for key in keys.split(separator: " ") { kbd { String(key) } } }
                dd { text }
            }
        }
    }
}
