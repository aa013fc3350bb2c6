package planted.size.constructor.x;

/** One component more than a record may have. */
public record ViolatorRecord(int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8) {
    static final int AND_THIS_IS_NONE = 9;
}
