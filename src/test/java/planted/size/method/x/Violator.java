package planted.size.method.x;

/** One line more than a method may have. */
public class Violator {
    int go() {
        int sum = 0;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        sum += 1;
        return sum;
    }
}
