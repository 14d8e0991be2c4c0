import Casework

/// What is said to somebody whose way in has ended.
enum AccessWords: String, CustomerWords {
    case ended =
        "You could act for them until {1}. That has ended, so nothing more is shown and nothing was saved. If you should go on, ask the person you help, or their adviser."

    var welsh: String? {
        switch self {
        case .ended:
            "Gallech weithredu ar eu rhan tan {1}. Mae hynny wedi dod i ben, felly ni ddangosir dim mwy ac ni chadwyd dim. Os ydych i fod i barhau, gofynnwch i’r person rydych yn ei helpu, neu i’w gynghorydd."
        }
    }
}
