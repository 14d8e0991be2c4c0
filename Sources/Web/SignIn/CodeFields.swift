import Office

/// Where a code of an authenticator is typed.
struct CodeField: Component {
    static let caption = "Code from your authenticator"
    let state: FormState

    var body: some HTML {
        TextField(
            "code", label: Self.caption, hint: "Six digits", kind: .wholeNumber, characters: 8,
            autocomplete: .oneTimeCode, in: state)
    }
}

/// The same, and where a recovery code is typed by whoever has none.
struct AnyCodeField: Component {
    fileprivate static let recoveryCaption = "Recovery code"
    let state: FormState

    var body: some HTML {
        CodeField(state: state)
        Disclosure("I do not have my authenticator", open: state.errors["recovery"] != nil) {
            TextField(
                "recovery", label: Self.recoveryCaption,
                hint: "Ten letters and digits, from the list you kept. Each works once.", characters: 14,
                autocomplete: .off, in: state)
        }
    }
}

extension FormReader {
    /// The code, or the recovery code where there is none.
    var givenCode: GivenCode {
        if fields["code"]?.isEmpty != false,
            let recovery = optionalText("recovery", label: AnyCodeField.recoveryCaption, max: 40)
        {
            return .recovery(recovery)
        }
        return .shown(firstCode)
    }

    var firstCode: String { text("code", label: CodeField.caption, max: 20) }
}

/// What somebody does with a new key, and where they type its first code.
struct NewKey: Component {
    let key: AuthenticatorKey
    /// Whether the password is asked for with the code; at sign-in it has just been given.
    var asksPassword = false
    let state: FormState

    var body: some HTML {
        ol {
            li { "Open an authenticator: an app on your phone, or a program on your computer." }
            li {
                p { "Add an account to it and type this key. There is no picture to scan." }
                pre { key.written }
                p {
                    "If you read this on the device with the authenticator: "
                    a(.href(key.address)) { "open it with this key" }
                    "."
                }
            }
            li { "Type the code that it shows now." }
        }
        Disclosure("If it asks what kind of key") {
            p { "Time-based (TOTP), SHA-1, six digits, a new code every 30 seconds." }
        }
        CodeField(state: state)
        if asksPassword { OwnPasswordField(state: state) }
        Buttons { SubmitButton("Turn the codes on") }
    }
}

extension Page {
    /// The recovery codes, on the one page that shows them.
    static func recovery(_ codes: [String], next: String) -> Page {
        Page("Keep your recovery codes", flash: NoticeBox(.done, "Sign-in codes are on.")) {
            NoticeBox(.attention, title: "Print or write these down now: they are not shown again") {
                ol {
                    for code in codes { li { code } }
                }
            }
            p {
                "Each of them signs you in once, with your password, when you do not have your authenticator. Keep them apart from your phone and your computer."
            }
            p { LinkButton("I have kept them", to: next, primary: true) }
        }
    }

    /// In place of the recovery codes, where the button was pressed twice and they were shown to nobody.
    static func setUpAlready(next: String) -> Page {
        Page("You are signed in", flash: NoticeBox(.done, "Sign-in codes are on.")) {
            p {
                "The form was sent twice, so this page stands in place of your recovery codes. Keep the key in your authenticator. For recovery codes, turn the codes off and set them up again."
            }
            p { Link("Make new recovery codes here", to: SiteURL.signInCodes.address) }
            p { LinkButton("Go on", to: next, primary: true) }
        }
    }
}

/// The password of whoever is signed in, asked for once more where much hangs on it.
struct OwnPasswordField: Component {
    let state: FormState

    var body: some HTML {
        TextField("password", label: "Password", kind: .password, autocomplete: .currentPassword, in: state)
    }
}
