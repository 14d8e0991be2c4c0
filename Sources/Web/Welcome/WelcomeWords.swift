/// What the pages say on which a customer signs in.
enum WelcomeWords {
    static let here = "Are you a customer? Go to your own page"
    static let title = "Your own page"
    static let lead = "See your appointments and your plan, and who is helping you."
    static let codeHeading = "I have a code"
    static let code = "Your code"
    static let codeHint = "Ten letters and numbers, as KM4R7 PXWHT. It works once."
    static let enter = "Go to my page"
    static let linkHeading = "Send me a link"
    static let email = "Your e-mail address"
    static let emailHint = "We can send a link if you agreed to e-mail and have been here before."
    static let ask = "Send me a link"
    static let onItsWay =
        "If we know this address, a link is on its way to it. It works once, for an hour. Nothing there? Ask your adviser for a code."
    static let help = "No code and no link? Ask your adviser, or ring the office on your letters."
    static let linkTitle = "Go to your own page"
    static let linkText = "Press the button to go in. The link works once."
}
