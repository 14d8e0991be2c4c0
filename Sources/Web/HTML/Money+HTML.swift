public import Kernel

extension Money: HTML {
    public func write(to page: inout HTMLOutput) { page.text(description) }
}
