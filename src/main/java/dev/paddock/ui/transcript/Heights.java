package dev.paddock.ui.transcript;

import java.util.Arrays;

/**
 * The heights of all rows in pixels, with their sums in logarithmic time (a Fenwick tree): 60,000
 * rows cost a scroll bar no more than 60.
 */
final class Heights {
    private double[] height = new double[64];
    private double[] tree = new double[64];
    private int size;

    int size() {
        return size;
    }

    double of(int row) {
        return height[row];
    }

    void add(double value) {
        if (size + 1 == tree.length) {
            height = Arrays.copyOf(height, 2 * tree.length);
            tree = Arrays.copyOf(tree, 2 * tree.length);
        }
        height[size] = value;
        int node = ++size;
        double sum = value;
        for (int child = node - 1; child > node - (node & -node); child -= child & -child) {
            sum += tree[child];
        }
        tree[node] = sum;
    }

    void set(int row, double value) {
        double more = value - height[row];
        if (more != 0) {
            height[row] = value;
            for (int node = row + 1; node <= size; node += node & -node) {
                tree[node] += more;
            }
        }
    }

    /** {@code removed} rows from {@code from} on give way to {@code added}. */
    void replace(int from, int removed, double[] added) {
        double[] rest = Arrays.copyOfRange(height, from + removed, size);
        size = from;
        for (double value : added) {
            add(value);
        }
        for (double value : rest) {
            add(value);
        }
    }

    /** The sum of all rows before {@code row}. */
    double before(int row) {
        double sum = 0;
        for (int node = row; node > 0; node -= node & -node) {
            sum += tree[node];
        }
        return sum;
    }

    double total() {
        return before(size);
    }

    /** The row that covers {@code offset}; the last one beyond the end. */
    int at(double offset) {
        int row = 0;
        double left = offset;
        for (int step = Integer.highestOneBit(Math.max(1, size)); step > 0; step >>= 1) {
            if (row + step <= size && tree[row + step] <= left) {
                row += step;
                left -= tree[row];
            }
        }
        return Math.min(row, Math.max(0, size - 1));
    }
}
