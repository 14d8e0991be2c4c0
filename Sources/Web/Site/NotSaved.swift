import Casework
import Kernel

/// What a person is told when the store could not take what they sent: nothing was saved, nothing typed is lost, and it can
/// be sent again from here. The command's id goes with it, so that sending it again never does it twice.
///
/// On a page of the customer's own it is in words to them, in the language they read.
struct NotSaved {
    let refusal: Refusal
    let address: String
    let typed: FormFields
    /// Whether it was sent from a customer's own page.
    var isOwn = false

    var page: Page {
        var page = isOwn ? own : staff
        if isOwn { page.audience = .customer }
        return page
    }

    private var staff: Page {
        Page("Not saved", failed: true) {
            p { refusal.sentence }
            p { "What you typed is kept on this page. Leave it open, and send it again when the fault is mended." }
            again("Send it again")
        }
    }

    private var own: Page {
        Page(NotSavedWords.title(), failed: true) {
            p { refusal.told.sentence }
            p { NotSavedWords.kept() }
            again(NotSavedWords.again())
        }
    }

    private func again(_ words: String) -> some HTML {
        form(.method(.post), .action(address), .multipart(!typed.files.isEmpty)) {
            ForEach(typed.all) { field in input(.type(.hidden), .name(field.name), .value(field.value)) }
            ForEach(typed.files) { file in
                FileField(
                    file.name, label: NotSavedWords.file(), hint: NotSavedWords.fileAgain(), in: FormState())
            }
            Buttons { SubmitButton(words) }
        }
    }
}

extension Refusal {
    /// Whether it is the store that says no, whatever was asked of it.
    var isOfTheStore: Bool { code == "store.unavailable" || code == "store.busy" }
}
