package planted.size.constructor.x;

/** One parameter more than a constructor may have. */
public class Violator {
    Violator(int p1, int p2, int p3, int p4, int p5, int p6, int p7, int p8) {}
}
