# Writes wilcox-test.txt with R 4.2.2: Rscript wilcox-test.R > wilcox-test.txt
options(digits = 17)
set.seed(20)
emit <- function(name, x, y, conf) {
  r <- suppressWarnings(wilcox.test(x, y, conf.int=TRUE, exact=FALSE, conf.level=conf))
  p <- suppressWarnings(wilcox.test(x, y, exact=FALSE))
  # The reference keeps the continuity correction for the estimate, which wilcox.test drops.
  standardized <- function(d) {
    ranks <- rank(c(x - d, y))
    ties <- table(ranks)
    n <- length(x)
    m <- length(y)
    excess <- sum(ranks[seq_along(x)]) - n * (n + 1) / 2 - n * m / 2
    (excess - sign(excess) * 0.5) /
      sqrt((n * m / 12) * ((n + m + 1) - sum(ties^3 - ties) / ((n + m) * (n + m - 1))))
  }
  estimate <- uniroot(standardized, c(min(x) - max(y), max(x) - min(y)), tol = 1e-4)$root
  f <- function(v) paste(sprintf("%.17g", v), collapse=" ")
  cat(name, conf, f(x), f(y), f(r$conf.int[1]), f(estimate), f(r$conf.int[2]), f(unname(p$statistic)), f(p$p.value), sep="|"); cat("\n")
}
q <- function(v) round(v, 6)
emit("normal", q(rnorm(30,10,2)), q(rnorm(25,10,2)), .98)
emit("high", q(rnorm(30,20,2)), q(rnorm(30,10,2)), .98)
emit("low", q(rnorm(12,5,1)), q(rnorm(40,9,2)), .95)
emit("tied counts", rpois(40,3), rpois(40,2), .98)
emit("sparse", rbinom(60,1,.4), rep(0,60), .98)
emit("two a side", c(3,4), c(1,2), .98)
emit("three and five", c(3,4,9), c(1,2,5,6,7.5), .9)
emit("small unit", signif(rlnorm(20,-10,.3),6), signif(rlnorm(20,-9.8,.3),6), .98)
emit("large unit", signif(rlnorm(20,10,.3),6), signif(rlnorm(20,10.2,.3),6), .98)
emit("negative", q(rnorm(15,-5,1)), q(rnorm(15,-6,1)), .98)
emit("one constant", rep(2,10), c(1,1,1,2,2,3,3,3,1,1), .98)
