import Casework

/// The languages a customer’s page can be read in, each by its own name, on every such page.
public struct LanguageChoice: Component {
    let current: Language
    /// Whether the page is in English because it cannot be in the language its reader chose.
    let isStandIn: Bool
    /// The page to come back to.
    let address: String
    let csrf: String?

    public var body: some HTML {
        form(.class("languages"), .method(.post), .action(SiteURL.language.address)) {
            if let csrf { hidden("csrf", csrf) }
            hidden("back", address)
            for language in Language.allCases {
                if language == (isStandIn ? .welsh : current) {
                    strong(.lang(language.rawValue)) { language.name }
                } else {
                    button(
                        .class("plain"), .submits(), .name("language"), .value(language.rawValue),
                        .lang(language.rawValue)
                    ) { language.name }
                }
            }
        }
    }
}
