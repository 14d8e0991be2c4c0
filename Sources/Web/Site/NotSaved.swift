import Kernel

/// What a person is told when the store could not take what they sent: nothing was saved, nothing typed is lost, and it can
/// be sent again from here. The command's id goes with it, so that sending it again never does it twice.
struct NotSaved {
    let refusal: Refusal
    let address: String
    let typed: FormFields

    var page: Page {
        Page("Not saved", failed: true) {
            p { refusal.sentence }
            p { "What you typed is kept on this page. Leave it open, and send it again when the fault is mended." }
            form(.method(.post), .action(address), .multipart(!typed.files.isEmpty)) {
                ForEach(typed.all) { field in input(.type(.hidden), .name(field.name), .value(field.value)) }
                ForEach(typed.files) { file in
                    FileField(
                        file.name, label: "The file", hint: "A browser cannot keep it: choose it again.",
                        in: FormState())
                }
                Buttons { SubmitButton("Send it again") }
            }
        }
    }
}

extension Refusal {
    /// Whether it is the store that says no, whatever was asked of it.
    var isOfTheStore: Bool { code == "store.unavailable" || code == "store.busy" }
}
