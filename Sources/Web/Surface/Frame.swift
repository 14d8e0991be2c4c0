import Casework

/// A page in its layout, from the doctype to the end.
struct Frame: HTML {
    let layout: Layout
    let page: Page

    func write(to output: inout HTMLOutput) {
        output.markup("<!DOCTYPE html>\n")
        document.write(to: &output)
    }

    @HTMLBuilder private var document: some HTML {
        html(.lang(layout.words.language)) {
            head {
                meta(.charset("utf-8"))
                meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                meta(.name("color-scheme"), .content("light dark"))
                title { "\(page.failed ? layout.words.error + " " : "")\(page.title) – \(layout.product)" }
                link(.rel("stylesheet"), .href(Asset.styleSheet.address))
                link(.rel("icon"), .href(Asset.icon.address))
                if layout.audience == .staff { script(src: Asset.keyboard.address) }
            }
            body(.class(layout.audience.rawValue), .dataKeys(layout.shortcuts ? nil : "off")) {
                a(.class("skip"), .href("#main")) { layout.words.skip }
                if layout.simulated { banner }
                if let languages = layout.languages { languages }
                top
                main(.id("main"), .class(page.width == .wide ? "wide" : nil), .tabindex(-1)) {
                    if layout.languages?.isStandIn == true {
                        p(.class("notice plain"), .lang(Language.welsh.rawValue)) {
                            OwnPageWords.notInWelsh.welsh ?? ""
                        }
                    }
                    if !page.trail.isEmpty { Trail(links: page.trail, words: layout.words) }
                    if layout.audience == .staff, let urgent = page.urgent { p(.class("screen")) { urgent } }
                    page.flash
                    if let heading = page.heading { h1 { heading } }
                    if let lead = page.lead { div(.class("lead")) { lead } }
                    page.main
                    if layout.audience == .staff, let why = page.why { div(.class("screen")) { why } }
                }
                bottom
            }
        }
    }

    @HTMLBuilder private var banner: some HTML {
        aside(.class("banner"), .ariaLabel(layout.words.simulated)) {
            strong { layout.words.simulated }
            if let clock = layout.clock { span { " \(clock)" } }
        }
    }

    @HTMLBuilder private var top: some HTML {
        header(.class("top")) {
            a(.class("product"), .href(layout.home)) { layout.product }
            if !layout.navigation.isEmpty {
                nav(.ariaLabel(layout.words.menu)) {
                    ul {
                        for link in layout.navigation {
                            li {
                                a(
                                    .href(link.address), .dataKeys(link.keys),
                                    .ariaCurrent(link.address == page.section ? .true : nil)
                                ) { link.text }
                            }
                        }
                    }
                }
            }
            if let search = layout.search {
                form(.class("search"), .role("search"), .method(.get), .action(search.action)) {
                    label(.for("search")) { search.label }
                    input(.id("search"), .name("q"), .type(.search), .autocomplete(.off), .dataKeys("/"))
                    button(.submits()) { layout.words.search }
                }
            }
            if let account = layout.account { whoIsHere(account) }
        }
    }

    private func whoIsHere(_ account: Layout.Account) -> some HTML {
        div(.class("account")) {
            span { account.name }
            for link in account.links { link }
            form(.method(.post), .action(account.signOut)) {
                hidden("csrf", account.csrf)
                button(.class("plain"), .submits()) { layout.words.signOut }
            }
        }
    }

    @HTMLBuilder private var bottom: some HTML {
        footer(.class("bottom")) {
            if !layout.footer.isEmpty {
                ul { for link in layout.footer { li { link } } }
            }
            if layout.audience == .staff { KeyboardHelp(layout: layout) }
        }
    }
}

/// Where am I: the way to this page.
struct Trail: Component {
    let links: [Link]
    let words: SurfaceWords

    var body: some HTML {
        nav(.class("trail"), .ariaLabel(words.whereYouAre)) {
            ol { for link in links { li { link } } }
        }
    }
}
