"""The other side of bench/models_bench.cpp: the same likelihoods in NumPy, fitted by SciPy.

    scipy_fit.py bgnbd|mbgnbd|paretonbd ROWS.csv [cpu]     rows: x, t_x, T, customers

Prints seconds of the fit alone (with cpu: of the processor) and the log-likelihood. Rows are
compressed already and parameters are logarithms, which is the best that users of such packages do;
L-BFGS-B with differences, from one start.
"""
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln, hyp2f1


def coin_model(log_parameters, x, t_x, age, first):
    r, alpha, a, b = np.exp(log_parameters)
    n = x + first
    fixed = (gammaln(r + x) - gammaln(r) + r * np.log(alpha) + gammaln(a + b) - gammaln(b)
             + gammaln(b + n) - gammaln(a + b + n))
    alive = -(r + x) * np.log(alpha + age)
    left = np.where(n > 0, np.log(a) - np.log(np.maximum(b + n - 1, 1e-300))
                    - (r + x) * np.log(alpha + t_x), -np.inf)
    return fixed + np.logaddexp(alive, left)


def bgnbd(log_parameters, x, t_x, age):
    return coin_model(log_parameters, x, t_x, age, 0)


def mbgnbd(log_parameters, x, t_x, age):
    return coin_model(log_parameters, x, t_x, age, 1)


def paretonbd(log_parameters, x, t_x, age):
    r, alpha, s, beta = np.exp(log_parameters)
    total = r + s + x
    most, least, power = (alpha, beta, s + 1) if alpha >= beta else (beta, alpha, r + x)

    def term(t):
        z = (most - least) / (most + t)
        return np.log(hyp2f1(total, power, total + 1, z)) - total * np.log(most + t)

    fixed = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
    alive = -(r + x) * np.log(alpha + age) - s * np.log(beta + age)
    at_last, at_end = term(t_x), term(age)
    gap = np.minimum(at_end - at_last, -1e-15)
    left = np.log(s) - np.log(total) + at_last + np.log1p(-np.exp(gap))
    return fixed + np.logaddexp(alive, left)


def main() -> int:
    likelihood = {"bgnbd": bgnbd, "mbgnbd": mbgnbd, "paretonbd": paretonbd}[sys.argv[1]]
    x, t_x, age, customers = np.loadtxt(sys.argv[2], delimiter=",", unpack=True)
    clock = time.process_time if sys.argv[3:] == ["cpu"] else time.perf_counter
    begin = clock()
    found = minimize(lambda p: -np.dot(customers, likelihood(p, x, t_x, age)) / customers.sum(),
                     np.log([0.5, 8, 0.6, 4]), method="L-BFGS-B",
                     options={"ftol": 1e-13, "gtol": 1e-7})
    print(clock() - begin, -found.fun * customers.sum())
    return 0


if __name__ == "__main__":
    sys.exit(main())
